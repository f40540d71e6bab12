package dev.hilo.demo;

import java.util.List;

/** Names of people, streets, firms and things. */
final class Names {

    private Names() {}

    static final List<String> WOMEN_EN = words("""
            Alice Amelia Anna Beth Carol Chloe Claire Daisy Diana Ella Emily Erin Esther Eva Fiona Grace Hannah Helen Holly
            Irene Isla Jane Joan Julia Karen Kate Laura Leah Lily Lucy Maeve Maria Megan Mia Nadia Naomi Nora Olivia Paula
            Priya Rachel Rita Rosa Ruth Sara Sophie Susan Tara Vera Zoe""");
    static final List<String> MEN_EN = words("""
            Adam Alan Alex Andrew Arthur Ben Brian Callum Carl Charlie Dan David Dean Edward Eric Ewan Felix Frank George
            Harry Henry Ian Isaac Jack James Jon Joseph Kevin Leo Liam Luke Marcus Martin Max Michael Nathan Neil Noah
            Oliver Omar Oscar Patrick Paul Peter Ravi Robert Ryan Sam Simon Stephen Thomas Tim Victor Will""");
    static final List<String> SURNAMES_EN = words("""
            Abbott Adams Ahmed Archer Bailey Barnes Bell Bennett Black Brooks Burke Byrne Campbell Carter Clarke Cole Collins
            Cooper Cox Davies Dixon Doyle Edwards Ellis Evans Fisher Fletcher Ford Foster Fox Gardner Gibson Gordon Grant Gray
            Green Hall Harris Hart Hayes Hill Hughes Hunt Hussain Jackson Jenkins Johnson Jones Kaur Kelly Kennedy Khan King
            Knight Lane Lawson Lee Lewis Lloyd Marsh Mason Mills Moore Morgan Murphy Murray Newman Nolan Owen Palmer Park
            Parker Patel Perry Porter Price Quinn Reed Reid Rice Roberts Rose Ross Ryan Scott Shah Shaw Singh Smith Stone
            Sutton Taylor Turner Walker Walsh Ward Watson Webb West White Wood Wright Young""");
    static final List<String> WOMEN_ES = words("""
            Adriana Alba Alicia Ana Andrea Aurora Beatriz Blanca Candela Carla Carmen Carolina Celia Clara Claudia Cristina
            Elena Elsa Emma Esther Eva Gloria Inés Irene Isabel Julia Laura Lola Lucía Luisa Mar Marina Marta Mercedes Mónica
            Natalia Noelia Nuria Olga Paula Pilar Raquel Rocío Rosa Sandra Sara Silvia Sofía Sonia Teresa Valeria Yolanda""");
    static final List<String> MEN_ES = words("""
            Adrián Alberto Alejandro Álvaro Andrés Ángel Antonio Carlos César Daniel David Diego Eduardo Emilio Enrique Felipe
            Fernando Francisco Gabriel Gonzalo Guillermo Héctor Hugo Ignacio Iván Jaime Javier Jesús Joaquín Jorge José Juan
            Julio Lucas Luis Manuel Marcos Mario Martín Mateo Miguel Nicolás Óscar Pablo Pedro Rafael Raúl Roberto Rubén
            Salvador Samuel Santiago Sergio Tomás Vicente Víctor""");
    static final List<String> SURNAMES_ES = words("""
            Aguilar Alonso Álvarez Arias Benítez Blanco Cabrera Calvo Campos Cano Carrasco Castillo Castro Cortés Crespo Cruz
            Delgado Díaz Domínguez Durán Fernández Ferrer Flores Fuentes Gallego García Garrido Gil Giménez Gómez González
            Guerrero Gutiérrez Hernández Herrera Herrero Ibáñez Iglesias Jiménez León López Lorenzo Lozano Marín Márquez
            Martín Martínez Medina Méndez Molina Montero Mora Morales Moreno Moya Muñoz Navarro Nieto Núñez Ortega Ortiz
            Parra Pascual Peña Pérez Prieto Ramírez Ramos Reyes Rivas Rodríguez Rojas Román Romero Rubio Ruiz Sáez Sánchez
            Santana Santiago Santos Sanz Serrano Soler Soto Suárez Torres Vargas Vázquez Vega Vicente Vidal""");
    static final List<String> CITIES_EN = List.of(
            "London",
            "Manchester",
            "Leeds",
            "Bristol",
            "Glasgow",
            "Dublin",
            "Cork",
            "Cardiff",
            "York",
            "Bath",
            "Norwich",
            "Galway",
            "Belfast",
            "Exeter",
            "Oxford",
            "Brighton");
    static final List<String> CITIES_ES = List.of(
            "Madrid",
            "Barcelona",
            "Valencia",
            "Sevilla",
            "Zaragoza",
            "Málaga",
            "Bilbao",
            "Murcia",
            "Granada",
            "Vigo",
            "Gijón",
            "Santander",
            "Salamanca",
            "Cádiz",
            "Alicante",
            "Pamplona");
    static final List<String> STREETS_EN = List.of(
            "Church Road",
            "Mill Lane",
            "Station Road",
            "High Street",
            "Orchard Close",
            "Park Avenue",
            "Victoria Street",
            "Green Lane",
            "Queen's Walk",
            "Harbour View",
            "Elm Grove",
            "School Lane",
            "North Quay",
            "Castle Hill");
    static final List<String> STREETS_ES = List.of(
            "calle Mayor",
            "calle del Sol",
            "avenida de la Paz",
            "calle Nueva",
            "paseo del Prado",
            "calle Real",
            "plaza de España",
            "calle San Juan",
            "ronda Norte",
            "calle de la Luna",
            "camino Viejo",
            "calle Ancha");
    static final List<String> FIRMS = List.of(
            "Northwind Logistics",
            "Bluebird Hotels",
            "Harbour Coffee",
            "Meridian Schools",
            "Redwood Property",
            "Lighthouse Clinics",
            "Granite Gyms",
            "Oakfield Dairy",
            "Silverline Rail",
            "Fernhill Farms",
            "Kestrel Bikes",
            "Copper & Clay",
            "Tidewater Marine",
            "Juniper Bakery",
            "Westgate Storage",
            "Pinnacle Offices",
            "Marlow Print",
            "Summit Outdoor",
            "Clearwater Pools",
            "Foxglove Gardens",
            "Beacon Insurance",
            "Larkspur Care",
            "Ironbridge Tools",
            "Highfield Colleges",
            "Quayside Seafood",
            "Brightside Nurseries",
            "Amber Cinemas",
            "Union Street Law",
            "Saltmarsh Brewery",
            "Tallis Acoustics");
    static final List<String> FIRMAS = List.of(
            "Hoteles Alborada",
            "Transportes Duero",
            "Colegios Miralmar",
            "Clínicas Almena",
            "Panadería La Espiga",
            "Bodegas Peñalba",
            "Gimnasios Vértice",
            "Inmobiliaria Levante",
            "Cafés Tresmares",
            "Viveros El Olmo",
            "Talleres Cantábrico",
            "Seguros Atalaya",
            "Librerías Cervera",
            "Conservas Ría Alta",
            "Muebles Nogal",
            "Residencias Los Tilos",
            "Ópticas Mirador",
            "Gestoría Puerta Nueva");
    static final List<String> JOBS_EN = List.of(
            "Facilities Manager",
            "Office Manager",
            "IT Administrator",
            "Operations Lead",
            "Head of Purchasing",
            "Site Manager",
            "Accountant",
            "Managing Director");
    static final List<String> JOBS_ES = List.of(
            "Responsable de instalaciones",
            "Administración",
            "Responsable de TI",
            "Jefa de compras",
            "Contabilidad",
            "Dirección",
            "Mantenimiento");
    static final List<String> CARRIERS_EN = List.of("DHL", "UPS", "DPD", "Royal Mail", "GLS");
    static final List<String> CARRIERS_ES = List.of("SEUR", "MRW", "Correos", "GLS", "DHL");
    static final List<String> PHONES =
            List.of("Pixel 9", "Galaxy S24", "iPhone 15", "iPhone 16", "Xperia 5", "Nothing 3");
    static final List<String> ROUTERS = List.of("FritzBox 7590", "Archer AX55", "Livebox 6", "eero 6", "Nighthawk AX4");
    static final List<String> SITES_EN = List.of(
            "North Quay",
            "Market Hall",
            "Elm Grove",
            "Station House",
            "West Depot",
            "Canal Side",
            "Old Mill",
            "Kings Court",
            "River View",
            "Dockyard",
            "Hill Top",
            "East Gate",
            "Museum Street",
            "Garden Wing",
            "Tower Block",
            "Long Acre",
            "Chapel Yard",
            "South Pier",
            "Rose Bank",
            "Corn Exchange",
            "Abbey Lane",
            "Fish Dock",
            "Signal Box",
            "Brook End",
            "Lime Kilns",
            "The Maltings",
            "Ferry Point",
            "Park Lodge",
            "Gas Works",
            "Sand Hills",
            "Plough Yard",
            "Bell Tower",
            "Quarry Road",
            "Lark Rise",
            "Union Wharf",
            "Fox Hollow",
            "Spring Gardens",
            "Iron Bridge",
            "Weaver's Row",
            "Crown Place",
            "Summer Lane",
            "White Gate",
            "Granary",
            "Mint Street");
    static final List<String> SITES_ES = List.of(
            "Puerto",
            "Estación",
            "Mercado Central",
            "Plaza Mayor",
            "Almacén Norte",
            "Oficina Sur",
            "La Rambla",
            "Los Olivos",
            "El Molino",
            "Casco Viejo",
            "Río",
            "Mirador",
            "La Vega",
            "Catedral",
            "Universidad",
            "Aeropuerto",
            "Las Palmas",
            "El Prado",
            "Torre Alta",
            "San Roque",
            "La Marina",
            "Los Pinos");

    private static List<String> words(String text) {
        return List.of(text.split("\\s+"));
    }
}
